package dev.jobport.adapters.http.javalin;

import io.javalin.http.Context;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer's body. It goes straight to Jetty: Javalin's way copies it twice, which is a tenth of a whole request. */
public final class ResponseBody {

    private static final Logger log = LoggerFactory.getLogger(ResponseBody.class);

    private ResponseBody() {}

    /** Sends the answer with the status and the headers that it has now. */
    public static void write(Context ctx, byte[] body) {
        ctx.res().setContentLength(body.length);
        try {
            ctx.res().getOutputStream().write(body);
        } catch (IOException e) {
            log.debug("the client has gone, and does not hear the answer", e);
        }
    }
}
