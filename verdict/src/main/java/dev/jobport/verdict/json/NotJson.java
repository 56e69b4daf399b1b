package dev.jobport.verdict.json;

/** A text is no JSON. The message says what is wrong, and after how many characters. */
public final class NotJson extends IllegalArgumentException {

    NotJson(String what, int at) {
        super(what + " after " + at + " characters");
    }
}
