package dev.jobport.verdict.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads one document of JSON by going down it. */
final class JsonReader {

    /** So that a hostile line is refused and does not overflow the stack. */
    private static final int DEPTH = 50;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Object document() {
        Object value = value();
        if (peek() != 0 || at < text.length()) {
            throw wrong("something follows the end");
        }
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object nested(Supplier<Object> what) {
        if (++depth > DEPTH) {
            throw wrong("more than " + DEPTH + " levels");
        }
        at++;
        Object value = what.get();
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        while (!closes('}', members.isEmpty())) {
            if (peek() != '"') {
                throw wrong("no name of a member");
            }
            String name = string();
            if (peek() != ':') {
                throw wrong("no colon");
            }
            at++;
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        while (!closes(']', items.isEmpty())) {
            items.add(value());
        }
        return items;
    }

    /** Steps over the end, or over the comma before the next. */
    private boolean closes(char end, boolean first) {
        char next = peek();
        if (next == end) {
            at++;
            return true;
        }
        if (!first) {
            if (next != ',') {
                throw wrong("no comma and no " + end);
            }
            at++;
        }
        return false;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong("a control character");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        if (at++ >= text.length()) {
            throw wrong("a string without an end");
        }
        return out.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw wrong("an unknown escape");
        };
    }

    private char codeUnit() {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw wrong("an unknown escape");
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("no value");
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        try {
            return number.matches("-?\\d+") ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number);
        } catch (NumberFormatException e) {
            at = start;
            throw wrong("no value");
        }
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private NotJson wrong(String what) {
        return new NotJson(what, Math.min(at, text.length()));
    }
}
