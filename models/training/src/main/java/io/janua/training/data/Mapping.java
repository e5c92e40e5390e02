package io.janua.training.data;

/** From the pixels of a result to where they come from. */
public interface Mapping {

    double x(double x, double y);

    double y(double x, double y);
}
