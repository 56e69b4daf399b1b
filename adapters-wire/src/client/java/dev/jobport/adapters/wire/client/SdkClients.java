package dev.jobport.adapters.wire.client;

import dev.jobport.application.driving.Caller;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.AwsSignerExecutionAttribute;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;

/** Makes clients of the AWS SDK for Java that sign by a test's time, in the name of a {@link Caller}. */
public final class SdkClients {

    private static final String INVOCATION_ID = "amz-sdk-invocation-id";

    /** The caller's, for which a request is signed. */
    private static final ExecutionAttribute<String> REGION = new ExecutionAttribute<>("the caller's region");

    private SdkClients() {}

    /**
     * A client for the one caller or, where requests bring it {@link #in their own}, for many.
     *
     * @param time by which requests are signed
     */
    public static CodePipelineClient connect(URI endpoint, InstantSource time, Caller caller) {
        return CodePipelineClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(caller.account().region()))
                .credentialsProvider(credentials(caller))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.putAdvancedOption(
                        SdkAdvancedClientOption.SIGNER,
                        (request, attributes) -> Aws4Signer.create()
                                .sign(
                                        named(request),
                                        attributes
                                                .putAttribute(
                                                        AwsSignerExecutionAttribute.SIGNING_REGION,
                                                        Region.of(attributes
                                                                .getOptionalAttribute(REGION)
                                                                .orElse(caller.account()
                                                                        .region())))
                                                .putAttribute(
                                                        AwsSignerExecutionAttribute.SIGNING_CLOCK,
                                                        Clock.fixed(time.instant(), ZoneOffset.UTC)))))
                .build();
    }

    /** A request in the caller's name, and of the caller's invocation if there is one. */
    static AwsRequestOverrideConfiguration in(Caller caller) {
        var configuration = AwsRequestOverrideConfiguration.builder()
                .putExecutionAttribute(REGION, caller.account().region())
                .credentialsProvider(credentials(caller));
        caller.invocation().ifPresent(invocation -> configuration.putHeader(INVOCATION_ID, invocation.id()));
        return configuration.build();
    }

    /** What the server under test has to know of a caller. */
    public static String secretOf(Caller caller) {
        return "secret-of-" + caller.name();
    }

    private static StaticCredentialsProvider credentials(Caller caller) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(caller.name(), secretOf(caller)));
    }

    /** The SDK names every call anew, and puts a name of ours behind its own; one that is to be repeated has only ours. */
    private static SdkHttpFullRequest named(SdkHttpFullRequest request) {
        List<String> names = request.headers().get(INVOCATION_ID);
        return request.toBuilder()
                .putHeader(INVOCATION_ID, names.get(names.size() - 1))
                .build();
    }
}
