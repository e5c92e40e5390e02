package io.janua.instance;

import java.util.Map;

/** What instances count together, each for itself and, with each beat, for the others. */
public interface SharedCounts {

    /** @return what was counted here since the last call and is worth telling, by what it was counted for */
    Map<Long, Long> takeNews();

    void countedElsewhere(Map<Long, Long> counts);
}
