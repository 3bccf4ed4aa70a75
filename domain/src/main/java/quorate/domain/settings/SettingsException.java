package quorate.domain.settings;

/// A setting breaks its rule; the message says which, the value found, whose it was and what to do.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsException(String message) {
    super(message);
  }
}
