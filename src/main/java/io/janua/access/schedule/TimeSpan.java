package io.janua.access.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time of a day by the clock on the wall, in minutes since its midnight.
 *
 * @param from 0 to 1439
 * @param until above {@code from}, at most a day above
 */
record TimeSpan(int from, int until) {

    static final int DAY = 24 * 60;

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");
    private static final String HOW =
            "Write hours and minutes of the clock with 24 hours, as in 08:30; only 'until'" + " may be 24:00.";

    TimeSpan {
        if (from < 0 || from >= DAY || until <= from || until > from + DAY) {
            throw new IllegalArgumentException("no time of a day");
        }
    }

    /**
     * @param field where it was written, for the refusal
     * @throws io.janua.problem.Problem {@code access_schedule_invalid}
     */
    static TimeSpan of(String from, String until, String field) {
        int begin = minutes(from).filter(minute -> minute < DAY).orElseThrow(() -> impossible(field + ".from", from));
        int end = minutes(until).orElseThrow(() -> impossible(field + ".until", until));
        return new TimeSpan(begin, end > begin ? end : end + DAY);
    }

    /** Whether some minute belongs to two of them, over midnight too. */
    static Optional<TimeSpan> overlapping(List<TimeSpan> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (spans.get(i).from < spans.get(j).until && spans.get(j).from < spans.get(i).until) {
                    return Optional.of(spans.get(i));
                }
            }
        }
        return Optional.empty();
    }

    Period on(LocalDate day, ZoneId zone, String specialDay) {
        return new Period(
                day.atStartOfDay().plusMinutes(from).atZone(zone).toInstant(),
                day.atStartOfDay().plusMinutes(until).atZone(zone).toInstant(),
                specialDay);
    }

    private static Optional<Integer> minutes(String time) {
        var parts = TIME.matcher(time);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                parts.group(1) == null
                        ? DAY
                        : Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2)));
    }

    private static RuntimeException impossible(String field, String time) {
        return ScheduleProblems.invalid(field, "'%s' is no time of a day.".formatted(time), HOW);
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, shown() / 60, shown() % 60);
    }

    private int shown() {
        return until > DAY ? until - DAY : until;
    }
}
