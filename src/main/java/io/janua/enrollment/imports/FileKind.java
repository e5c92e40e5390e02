package io.janua.enrollment.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a file is, by its first bytes; its name may say anything. */
enum FileKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    ARCHIVE(null),
    OTHER(null);

    private static final int WEBP_AT = 8;
    private static final List<byte[]> ARCHIVES = List.of(
            bytes("PK\3\4"),
            bytes("PK\5\6"),
            bytes("Rar!"),
            bytes("7z\u00bc\u00af"),
            bytes("\u001f\u008b"),
            bytes("BZh"));

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    static FileKind of(byte[] content) {
        if (begins(content, 0, bytes("\u00ff\u00d8\u00ff"))) {
            return JPEG;
        }
        if (begins(content, 0, bytes("\u0089PNG"))) {
            return PNG;
        }
        if (begins(content, 0, bytes("RIFF")) && begins(content, WEBP_AT, bytes("WEBP"))) {
            return WEBP;
        }
        return ARCHIVES.stream().anyMatch(magic -> begins(content, 0, magic)) ? ARCHIVE : OTHER;
    }

    /** Empty unless it is a picture. */
    Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }

    private static boolean begins(byte[] content, int at, byte[] magic) {
        if (content.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (content[at + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
