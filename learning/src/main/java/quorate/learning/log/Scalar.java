package quorate.learning.log;

/// One number of a run.
///
/// @param step of the environments
public record Scalar(String name, long step, double value) {}
