package io.janua.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateBlockTest {

    private static final int DIMENSION = 128;
    private static final UUID OWNER = new UUID(1, 2);

    private final Quantiser quantiser = new Quantiser(DIMENSION);
    private final TemplateBlock block = new TemplateBlock(quantiser.words());

    @Test
    void aVectorIsNearItself() {
        block.put(7, OWNER, allOf(-1), quantiser);

        assertThat(estimate(7, allOf(-1))).isGreaterThan(0.7);
        assertThat(estimate(7, allOf(1))).isLessThan(-0.7);
    }

    /** Or each search would look closely at all that were ever removed. */
    @ParameterizedTest
    @ValueSource(floats = {-1, 1})
    void whatIsErasedIsNearNobody(float sign) {
        block.put(7, OWNER, allOf(sign), quantiser);

        block.erase(7);

        assertThat(estimate(7, allOf(sign))).isCloseTo(0, within(0.05));
        assertThat(estimate(7, allOf(-sign))).isCloseTo(0, within(0.05));
    }

    /** By the first bits, as every search begins. */
    private double estimate(int slot, float[] probe) {
        var bits = new ProbeBits(probe, quantiser.words(), TemplateBlock.COARSE);
        int[] sums = new int[TemplateBlock.SIZE];
        block.scan(bits, sums);
        double offset = Quantiser.level(0, TemplateBlock.SCANNED) * bits.sum;
        return quantiser.factor(TemplateBlock.SCANNED) * bits.step * (sums[slot] + offset);
    }

    private static float[] allOf(float sign) {
        float[] vector = new float[DIMENSION];
        Arrays.fill(vector, sign / (float) Math.sqrt(DIMENSION));
        return vector;
    }
}
