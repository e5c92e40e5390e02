package io.janua.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** A task is told by its id what it is about. So nothing that lies in the database is ever turned into an object. */
final class NoData implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        if (data != null) {
            throw new IllegalArgumentException("a task carries no data");
        }
        return null;
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] serialized) {
        return null;
    }
}
