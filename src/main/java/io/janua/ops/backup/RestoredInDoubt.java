package io.janua.ops.backup;

/** The rows are in the database, and nobody knows that they are all of the backup's. */
final class RestoredInDoubt extends Exception {

    RestoredInDoubt(String reason, Exception cause) {
        super(reason, cause);
    }

    RestoredInDoubt(String reason) {
        super(reason);
    }
}
