package io.janua.access;

import io.janua.problem.Problems;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** For which days the periods of a schedule are asked. */
public class PeriodQuery {

    private static final int MAX_DAYS = 366;
    private static final int MAX_YEAR = 9000;

    @RestQuery
    @NotNull
    @Parameter(description = "The first day, in the schedule's time zone")
    public LocalDate from;

    @RestQuery
    @NotNull
    @Parameter(description = "The first day that is not asked for; at most 366 days later")
    public LocalDate until;

    void check() {
        long days = ChronoUnit.DAYS.between(from, until);
        if (days < 1 || days > MAX_DAYS || from.getYear() < 1 || until.getYear() > MAX_YEAR) {
            throw Problems.invalid(
                    "until",
                    "'until' is not 1 to %d days after 'from'.".formatted(MAX_DAYS),
                    "Ask for the days from 'from' to the one before 'until'.");
        }
    }
}
