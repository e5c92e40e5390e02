package io.janua.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One figure.
 *
 * @param benchmark who measured it
 * @param unit as it is shown; empty for a ratio
 * @param reach absent where the figure only informs
 */
record Row(String benchmark, String name, double value, String unit, Optional<Reach> reach) {

    Row {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s, %s: there is no figure".formatted(benchmark, name));
        }
    }

    static Row of(String benchmark, String name, double value, String unit) {
        return new Row(benchmark, name, value, unit, Optional.empty());
    }

    static Row of(String benchmark, String name, double value, String unit, Reach reach) {
        return new Row(benchmark, name, value, unit, Optional.of(reach));
    }

    boolean missed() {
        return reach.isPresent() && !reach.get().reachedBy(value);
    }

    String verdict() {
        return reach.map(wanted -> wanted.reachedBy(value) ? "ok" : "missed").orElse("");
    }

    /** Short, but never so short that the verdict beside it looks wrong: 1.251, not 1.25, misses 1.25. */
    String shownValue() {
        double size = Math.abs(value);
        int decimals = size >= 1000 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2;
        String shown = rounded(decimals);
        while (missed() && reach.get().reachedBy(Double.parseDouble(shown))) {
            shown = rounded(++decimals);
        }
        return shown;
    }

    private String rounded(int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmark", benchmark);
        json.put("name", name);
        json.put("value", value);
        json.put("unit", unit);
        reach.ifPresent(wanted -> {
            switch (wanted) {
                case Reach.AtMost(double limit) -> json.put("atMost", limit);
                case Reach.AtLeast(double limit) -> json.put("atLeast", limit);
            }
            json.put("ok", wanted.reachedBy(value));
        });
        return json;
    }
}
