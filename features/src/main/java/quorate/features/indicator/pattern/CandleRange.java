package quorate.features.indicator.pattern;

/// The part of a candle whose length is averaged.
public enum CandleRange {
  /// From open to close.
  REAL_BODY,
  /// From low to high.
  HIGH_LOW,
  /// Both shadows together; an average of it counts half, for one shadow.
  SHADOWS;

  /// Into how many parts an average is divided.
  double parts() {
    return this == SHADOWS ? 2 : 1;
  }
}
