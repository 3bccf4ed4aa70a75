package quorate.features.state;

/// Something whose state can be saved and loaded, so that it goes on bit for bit.
public interface Stateful {
  /// Passes every part of the state through `codec` in a fixed order and keeps what comes back:
  /// `count = codec.whole(count)`. One method serves both directions, so they cannot disagree.
  void state(StateCodec codec);
}
