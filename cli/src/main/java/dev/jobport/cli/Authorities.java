package dev.jobport.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates a command takes from a server: those of a file, and not the JVM's. */
final class Authorities {

    private Authorities() {}

    /** @throws CommandFailed if the file cannot be read or holds no certificate in PEM */
    static SSLContext in(String file) {
        byte[] pem = GivenFile.read(file);
        try {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (certificates.isEmpty()) {
                throw holdsNone(file);
            }
            return trusting(certificates);
        } catch (CertificateException e) {
            throw holdsNone(file);
        } catch (GeneralSecurityException | IOException e) {
            throw new CommandFailed("cannot trust the certificates in " + file + ": " + e.getMessage());
        }
    }

    private static SSLContext trusting(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static CommandFailed holdsNone(String file) {
        return new CommandFailed(file + " holds no certificate in PEM");
    }
}
