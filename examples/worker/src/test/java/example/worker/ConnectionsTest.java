package example.worker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

class ConnectionsTest {

    private static final SdkHttpClient RESET = new SdkHttpClient() {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    throw new UncheckedIOException(new SocketException("Connection reset"));
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    };

    @Test
    void a_reset_is_what_the_sdk_tries_again() {
        HttpExecuteRequest request = HttpExecuteRequest.builder()
                .request(SdkHttpFullRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(URI.create("http://127.0.0.1:1"))
                        .build())
                .build();

        assertThatThrownBy(() -> new Connections(RESET).prepareRequest(request).call())
                .isInstanceOf(IOException.class)
                .hasMessage("Connection reset");
    }
}
