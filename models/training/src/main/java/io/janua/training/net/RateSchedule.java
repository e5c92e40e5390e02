package io.janua.training.net;

/**
 * How large the steps are: rising for a while, then falling along half a cosine (Loshchilov and Hutter, "SGDR", 2017).
 *
 * @param peak the largest
 * @param rising steps until then
 * @param steps in all
 */
public record RateSchedule(float peak, long rising, long steps) {

    private static final double LAST_SHARE = 0.01;

    public float at(long step) {
        if (step < rising) {
            return peak * (step + 1) / rising;
        }
        double done = Math.min(1, (double) (step - rising) / Math.max(1, steps - rising));
        return (float) (peak * (LAST_SHARE + (1 - LAST_SHARE) * (1 + Math.cos(Math.PI * done)) / 2));
    }
}
