package io.janua.access.schedule;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;

final class ScheduleProblems {

    private ScheduleProblems() {}

    static Problem invalid(String field, String detail, String remedy) {
        return new Problem(ProblemCode.ACCESS_SCHEDULE_INVALID, detail, field, remedy);
    }
}
