package quorate.lake;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// A file that is only made when something is written to it.
final class LateStream extends OutputStream {
  /// Makes the file.
  interface Opening {
    OutputStream open() throws IOException;
  }

  private final Opening opening;
  private @Nullable OutputStream opened;

  LateStream(Opening opening) {
    this.opening = opening;
  }

  private OutputStream opened() throws IOException {
    OutputStream out = opened;
    if (out == null) {
      out = opening.open();
      opened = out;
    }
    return out;
  }

  @Override
  public void write(int oneByte) throws IOException {
    opened().write(oneByte);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    opened().write(bytes, from, count);
  }

  @Override
  public void flush() throws IOException {
    if (opened != null) {
      opened.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }
}
