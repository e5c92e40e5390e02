package io.janua.enrollment;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;

/** What is said of turns that do not answer the challenge. */
final class TurnRefusals {

    private TurnRefusals() {}

    /**
     * @param number 1 for the first turn
     * @param outcome anything but {@link TurnPolicy.Outcome#TURNED}
     */
    static Problem of(int number, Turn asked, TurnPolicy.Outcome outcome) {
        String side = asked == Turn.LEFT ? "left" : "right";
        return switch (outcome) {
            case TURNED -> throw new IllegalArgumentException("nothing to refuse");
            case NOT_FAR_ENOUGH ->
                failed(
                        number,
                        "notFarEnough",
                        "The head is not turned far enough to its own %s.".formatted(side),
                        "Turn the head to your %s until the camera sees about half of the other cheek."
                                .formatted(side));
            case WRONG_WAY ->
                failed(
                        number,
                        "wrongWay",
                        "The head is turned to the wrong side.",
                        "Turn the head to your own %s.".formatted(side));
            case TOO_FAR ->
                failed(
                        number,
                        "tooFar",
                        "The head is turned so far that the face cannot be compared.",
                        "Turn the head to your %s only until both eyes are still seen.".formatted(side));
            case OTHER_PERSON ->
                failed(
                        number,
                        "otherPerson",
                        "The turned face does not match the frontal one.",
                        "Take all pictures of one person, one right after the other and in the same light.");
            case SPOOF ->
                failed(
                        number,
                        "spoof",
                        "The turned face does not seem to be a living person before the camera.",
                        "Take the pictures of the person directly, without glare and without a frame around the face.");
        };
    }

    /** @param problem what is wrong with the picture itself */
    static Problem ofPicture(int number, Problem problem) {
        return switch (problem.code()) {
            case NO_FACE ->
                failed(
                        number,
                        "noFace",
                        "No face was found in the picture of the turn.",
                        "Stay before the camera, and turn the head only until both eyes are still seen.");
            case MANY_FACES ->
                failed(
                        number,
                        "manyFaces",
                        "More than one face is in the picture of the turn.",
                        "Only one person may be in the picture.");
            default -> problem.field().filter("image"::equals).isPresent() ? renamed(number, problem) : problem;
        };
    }

    static Problem samePicture(int number) {
        return failed(
                number,
                "samePicture",
                "The picture of the turn is another one of the pictures once more.",
                "Take a picture of its own for each turn.");
    }

    private static Problem renamed(int number, Problem problem) {
        return new Problem(problem.code(), problem.getMessage(), "turn" + number, problem.remedy());
    }

    private static Problem failed(int number, String reason, String detail, String remedy) {
        return new Problem(ProblemCode.CHALLENGE_FAILED, detail, "turn" + number, remedy)
                .with("turn", number)
                .with("reason", reason);
    }
}
