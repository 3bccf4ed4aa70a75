package quorate.learning.graph;

/// What a gated recurrent unit gives.
///
/// @param steps the state after each step, `[batch][steps][size]`
/// @param hidden the state after the last step worked, `[batch][size]`
public record GruStates(Tensor steps, Tensor hidden) {}
