package quorate.agents.source;

import java.util.Map;

/// Defines the classes of one compilation and finds everything else where Quorate itself is.
final class CompiledClasses extends ClassLoader {
  private final Map<String, byte[]> classes;

  CompiledClasses(Map<String, byte[]> classes, ClassLoader quorate) {
    super("strategies", quorate);
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
