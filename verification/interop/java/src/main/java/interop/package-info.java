/** The story of both families, told by both generations of the AWS SDK for Java, and by grpc-java. */
package interop;
