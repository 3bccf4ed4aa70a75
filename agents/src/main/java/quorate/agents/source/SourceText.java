package quorate.agents.source;

import java.nio.file.Path;
import java.util.List;
import javax.tools.SimpleJavaFileObject;

/// One Java file that has been read, as the compiler wants it.
final class SourceText extends SimpleJavaFileObject {
  private final Path file;
  private final String text;

  SourceText(Path file, String text) {
    super(file.toUri(), Kind.SOURCE);
    this.file = file;
    this.text = text;
  }

  /// As the user named it, for messages.
  Path file() {
    return file;
  }

  /// One line, counted from 1; empty beyond the end.
  String line(long number) {
    List<String> lines = text.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get((int) number - 1) : "";
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
