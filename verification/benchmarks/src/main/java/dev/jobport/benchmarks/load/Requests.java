package dev.jobport.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;

/** HTTP requests as bytes; those of a worker with all the headers that the AWS SDK for Java sends. */
final class Requests {

    private static final String TARGET = "CodePipeline_20150709.";

    private final URI endpoint;
    private final String host;
    private long invocation = System.nanoTime() & 0xffff_ffffL;

    Requests(URI endpoint) {
        this.endpoint = endpoint;
        this.host = endpoint.getHost() + ":" + endpoint.getPort();
    }

    /** What comes before the invocation's id and the length in a worker's request for this operation. */
    String headOf(String operation) {
        String path = endpoint.getPath().isEmpty() ? "/" : endpoint.getPath();
        return "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                + "Accept: */*\r\n"
                + "amz-sdk-request: attempt=1; max=4\r\n"
                + "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261123/us-east-1/codepipeline/aws4_request,"
                + " SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;"
                + "x-amz-content-sha256;x-amz-date;x-amz-target,"
                + " Signature=0000000000000000000000000000000000000000000000000000000000000000\r\n"
                + "Content-Type: application/x-amz-json-1.1\r\n"
                + "User-Agent: aws-sdk-java/2.40.2 md/io#sync md/http#UrlConnection ua/2.1 api/CodePipeline#2.40.x"
                + " os/Linux lang/java#17 md/OpenJDK_64-Bit_Server_VM#17 md/vendor#Debian m/D,N,e\r\n"
                + "x-amz-content-sha256: 0000000000000000000000000000000000000000000000000000000000000000\r\n"
                + "X-Amz-Date: 20261123T000000Z\r\n"
                + "X-Amz-Target: " + TARGET + operation + "\r\n";
    }

    /** A request of a worker, as a new invocation. */
    byte[] worker(String head, String body) {
        String id = Long.toString(1_000_000_000_000L + invocation++);
        return (head + "amz-sdk-invocation-id: a793403b-7ee0-41be-bd35-" + id.substring(1) + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(ISO_8859_1);
    }

    /** A request of the control API. */
    byte[] control(String method, String path, String body) {
        return (method + " /control/v1" + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(ISO_8859_1);
    }
}
