package io.janua.enrollment;

import io.janua.gallery.GalleryRef;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Issues head-turn challenges, finds the one that an enrolment answers, and uses it up. */
@ApplicationScoped
class Challenges {

    private static final Duration VALIDITY = Duration.ofMinutes(2);

    private final ChallengeRepository challenges;

    Challenges(ChallengeRepository challenges) {
        this.challenges = challenges;
    }

    /** A challenge that an enrolment answers. */
    record Asked(UUID id, List<Turn> turns) {}

    /** @param invitation whose it is; empty for staff */
    @Transactional
    ChallengeView issue(GalleryRef gallery, Optional<UUID> invitation) {
        Challenge challenge = new Challenge();
        challenge.galleryId = gallery.id();
        challenge.invitationId = invitation.orElse(null);
        challenge.turns = Arrays.asList(Turn.values());
        Collections.shuffle(challenge.turns, new SecureRandom());
        challenge.expiresAt = Instant.now().plus(VALIDITY);
        challenges.persist(challenge);
        return ChallengeView.from(challenge);
    }

    /**
     * What the enrolment has to show; empty where nobody asks for anything.
     *
     * @param invitation who enrols; empty for staff
     * @param repeated whether this very enrolment was kept before: it comes with the challenge that it has used
     * @throws Problem {@code challenge_missing} or {@code challenge_unknown}
     */
    @Transactional
    Optional<Asked> answeredBy(
            EnrollmentRequest request, GalleryRef gallery, Optional<UUID> invitation, boolean repeated) {
        if (request.challenge().isEmpty()) {
            if (gallery.policy().challenge().appliesTo(invitation.isPresent())
                    || !request.turns().isEmpty()) {
                throw missing();
            }
            return Optional.empty();
        }
        Challenge challenge = challenges
                .of(gallery.id(), invitation, request.challenge().get())
                .filter(found -> repeated || isOpen(found))
                .orElseThrow(Challenges::unknown);
        return Optional.of(new Asked(challenge.id, challenge.turns));
    }

    /**
     * Within the transaction that keeps the face: both last, or neither.
     *
     * @throws Problem {@code challenge_unknown} when somebody else was faster
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void use(Asked challenge) {
        if (!challenges.use(challenge.id(), Instant.now())) {
            throw unknown();
        }
    }

    private static boolean isOpen(Challenge challenge) {
        return challenge.usedAt == null && challenge.expiresAt.isAfter(Instant.now());
    }

    private static Problem missing() {
        return new Problem(
                ProblemCode.CHALLENGE_MISSING,
                "The enrolment has to answer a head-turn challenge, and names none.",
                "challenge",
                "Ask for a challenge with POST …/challenges, and send its id as ?challenge= together with the pictures"
                        + " 'image', 'turn1' and 'turn2'.");
    }

    private static Problem unknown() {
        return new Problem(
                ProblemCode.CHALLENGE_UNKNOWN,
                "The challenge has expired, was used, or is not of this gallery and caller.",
                "challenge",
                "Ask for a new challenge with POST …/challenges; it is good for two minutes and one enrolment.");
    }
}
