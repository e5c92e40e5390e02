package io.janua.vision;

/** Turns an uploaded file into pixels. */
public interface ImageDecoder {

    /**
     * @param encoded a JPEG, PNG or WebP file
     * @return the upright picture; the caller closes it
     * @throws io.janua.problem.Problem when the bytes are no such file, are damaged, or exceed the limits, which are
     *     checked before memory for pixels is taken
     */
    Image decode(byte[] encoded);
}
