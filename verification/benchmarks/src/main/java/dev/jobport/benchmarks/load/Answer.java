package dev.jobport.benchmarks.load;

/** An HTTP answer as far as it matters here. The body is read as ISO-8859-1: all that is looked for in it is ASCII. */
record Answer(int status, String body) {

    /** The value of the first member of this name that is a text; null if there is none. */
    String text(String member) {
        int name = body.indexOf('"' + member + '"');
        if (name < 0) {
            return null;
        }
        int start = body.indexOf('"', name + member.length() + 2) + 1;
        return body.substring(start, body.indexOf('"', start));
    }
}
