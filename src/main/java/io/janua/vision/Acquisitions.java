package io.janua.vision;

import io.janua.problem.ProblemCode;

/** Hears whether pictures can be used: the failure to acquire of ISO/IEC 19795-1 is the share of those that cannot. */
public interface Acquisitions {

    /** For work that nobody watches: tools and tests. */
    Acquisitions UNWATCHED = new Acquisitions() {
        @Override
        public void acquired() {}

        @Override
        public void failed(ProblemCode why) {}
    };

    void acquired();

    /** @param why one of {@link FaceRecognizer#NOT_ACQUIRED} */
    void failed(ProblemCode why);
}
