package io.janua.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreviewsTest {

    private final UUID invitation = UUID.randomUUID();
    private final Previews previews = new Previews();

    @Test
    void onePictureOfAnInvitationIsLookedAtAtATime() {
        String answer = previews.of(invitation, () -> {
            assertThatThrownBy(() -> previews.of(invitation, () -> "second"))
                    .isInstanceOfSatisfying(Problem.class, refused -> {
                        assertThat(refused.code()).isEqualTo(ProblemCode.BUSY);
                        assertThat(refused.retryAfterSeconds()).contains("1");
                    });
            return previews.of(UUID.randomUUID(), () -> "of another");
        });

        assertThat(answer).isEqualTo("of another");
    }

    @Test
    void theNextOneFollowsAlsoAfterAFailure() {
        assertThatThrownBy(() -> previews.of(invitation, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(previews.<String>of(invitation, () -> "next")).isEqualTo("next");
    }
}
