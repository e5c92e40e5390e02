package io.janua.ops.backup;

/** Why a backup is not made or not restored, and what to do; nothing was changed. */
final class Refused extends Exception {

    Refused(String reason) {
        super(reason);
    }
}
