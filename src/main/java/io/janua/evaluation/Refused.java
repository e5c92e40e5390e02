package io.janua.evaluation;

/** Nothing can be measured; the message tells a person why. */
final class Refused extends Exception {

    Refused(String message) {
        super(message);
    }
}
