package quorate.learning.graph;

/// What long short-term memory gives.
///
/// @param steps the hidden state after each step, `[batch][steps][size]`
/// @param hidden the hidden state after the last step worked, `[batch][size]`
/// @param cell the cell after it, `[batch][size]`
public record LstmStates(Tensor steps, Tensor hidden, Tensor cell) {}
