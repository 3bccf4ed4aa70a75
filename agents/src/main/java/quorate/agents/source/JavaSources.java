package quorate.agents.source;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Compiles Java files in memory, against the class path of the running program.
final class JavaSources {
  private static final int ERRORS_SHOWN = 10;

  private JavaSources() {}

  /// Binary class names and their bytes.
  ///
  /// @throws StrategyException with every error as `file:line: message` and the line itself
  static Map<String, byte[]> compile(List<SourceText> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new StrategyException(
          "an agent of your own needs a JDK to compile it, but this Java has no compiler; start"
              + " with ./quorate, which finds a JDK");
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-classpath",
            System.getProperty("java.class.path", ""),
            "-proc:none",
            "-implicit:none",
            "-parameters",
            "-g",
            "-nowarn");
    try (InMemoryFiles files =
        new InMemoryFiles(
            compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8))) {
      boolean compiles =
          compiler.getTask(new StringWriter(), files, found, options, null, sources).call();
      if (!compiles) {
        throw new StrategyException(errors(sources, found.getDiagnostics()));
      }
      return files.classes();
    } catch (IOException e) {
      throw new StrategyException("the compiler failed: " + e.getMessage(), e);
    }
  }

  private static String errors(
      List<SourceText> sources, List<Diagnostic<? extends JavaFileObject>> found) {
    List<String> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> one : found) {
      if (one.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(error(one));
      }
    }
    Path first = sources.getFirst().file();
    int more = errors.size() - ERRORS_SHOWN;
    String shown = String.join("\n", errors.subList(0, Math.min(errors.size(), ERRORS_SHOWN)));
    return first + " does not compile:\n" + shown + (more > 0 ? "\nand " + more + " more" : "");
  }

  private static String error(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ENGLISH).strip();
    @Nullable JavaFileObject where = error.getSource();
    if (!(where instanceof SourceText source)) {
      return message;
    }
    String place = source.file() + ":" + error.getLineNumber() + ": " + message;
    String line = source.line(error.getLineNumber());
    String caret = " ".repeat((int) Math.max(0, error.getColumnNumber() - 1)) + "^";
    return line.isBlank() ? place : place + "\n  " + line + "\n  " + caret;
  }
}
