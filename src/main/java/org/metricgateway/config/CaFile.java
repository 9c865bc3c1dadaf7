package org.metricgateway.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** A file of certificates that https backends may be signed by. */
final class CaFile {

    private static final String RIGHT = "name a readable file of PEM certificates";

    static final Reading<Path> CERTIFICATES = CaFile::of;

    private CaFile() {}

    private static Path of(String text) {
        try {
            Path file = Path.of(text);
            if (holdsNoCertificate(file)) {
                throw new BadValue("names \"" + text + "\", which holds no certificate", RIGHT);
            }
            return file;
        } catch (IOException | InvalidPathException e) {
            throw new BadValue("names \"" + text + "\", which cannot be read", RIGHT);
        }
    }

    private static boolean holdsNoCertificate(Path file) throws IOException {
        InputStream in = new ByteArrayInputStream(Files.readAllBytes(file));
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (CertificateException e) {
            return true;
        }
    }
}
