package dev.jobport.adapters.identity;

/** What a signature is good for, in the words of the one who signed. */
record Scope(String date, String region, String service, String terminator) {

    static final String SERVICE = "codepipeline";
    static final String TERMINATOR = "aws4_request";

    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/" + terminator;
    }
}
