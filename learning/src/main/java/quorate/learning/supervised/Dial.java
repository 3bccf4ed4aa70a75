package quorate.learning.supervised;

import quorate.learning.graph.Tensor;
import quorate.learning.optimiser.Schedule;

/// A number in a loss that changes over a training; validation has it as it is at the end, so that
/// losses of two epochs can be compared.
///
/// @param number `[1]`, an input of the graph
/// @param schedule of the number
public record Dial(Tensor number, Schedule schedule) {}
