package dev.jobport.adapters.identity;

/** Who signed a request, and for which of the server's regions. */
record Signer(AccessKey key, String region) {}
