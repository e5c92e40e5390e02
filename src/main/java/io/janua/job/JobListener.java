package io.janua.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete.Result;
import jakarta.enterprise.event.Event;

/** Tells what became of each run. */
final class JobListener extends AbstractSchedulerListener {

    private final Event<JobEnded> ended;

    JobListener(Event<JobEnded> ended) {
        this.ended = ended;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete run) {
        ended.fire(new JobEnded(
                run.getExecution().taskInstance.getTaskName(), run.getResult() == Result.OK, run.getDuration()));
    }
}
