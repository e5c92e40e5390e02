package io.janua.security.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * Standard normal values that a key determines, to the last bit, on every JVM and processor: the keystream of
 * AES-256-CTR from counter zero, by Box and Muller's transform (1958) with StrictMath and the exactly rounded square
 * root. Every 16 bytes of keystream make two values, and no value is skipped.
 */
final class GaussianStream {

    private static final int BLOCK_BYTES = 16;
    private static final double UNIT = 0x1p-53;

    private GaussianStream() {}

    /** The first values of the stream. */
    static double[] values(SecretKey key, int count) {
        double[] values = new double[count];
        ByteBuffer stream = ByteBuffer.wrap(keystream(key, Math.ceilDiv(count, 2) * BLOCK_BYTES));
        for (int i = 0; i < count; i += 2) {
            // In (0, 1], since zero has no logarithm.
            double first = ((stream.getLong() >>> 11) + 1) * UNIT;
            double second = (stream.getLong() >>> 11) * UNIT;
            double radius = Math.sqrt(-2 * StrictMath.log(first));
            double angle = 2 * Math.PI * second;
            values[i] = radius * StrictMath.cos(angle);
            if (i + 1 < count) {
                values[i + 1] = radius * StrictMath.sin(angle);
            }
        }
        return values;
    }

    private static byte[] keystream(SecretKey key, int bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[BLOCK_BYTES]));
            return cipher.doFinal(new byte[bytes]);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has AES", impossible);
        }
    }
}
