package quorate.agents.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import quorate.agents.Agent;
import quorate.agents.AgentFactory;
import quorate.agents.AgentParameters;
import quorate.domain.settings.SettingsException;

/// Makes agents by the constructor that every user's agent must have: `public Name(AgentParameters
/// parameters)`.
final class UserConstructor implements AgentFactory {
  private final Path file;
  private final String name;
  private final Constructor<? extends Agent> constructor;

  private UserConstructor(Path file, String name, Constructor<? extends Agent> constructor) {
    this.file = file;
    this.name = name;
    this.constructor = constructor;
  }

  /// Finds the constructor among compiled classes.
  ///
  /// @throws StrategyException when there is no such class, or it is no agent that can be made
  static UserConstructor of(Path file, String name, Map<String, byte[]> classes) {
    Class<? extends Agent> type = agentClass(file, name, classes);
    try {
      return new UserConstructor(file, name, type.getConstructor(AgentParameters.class));
    } catch (NoSuchMethodException e) {
      throw new StrategyException(
          "%s: class %s must have the constructor \"public %s(AgentParameters parameters)\""
              .formatted(file, name, name),
          e);
    }
  }

  private static Class<? extends Agent> agentClass(
      Path file, String name, Map<String, byte[]> classes) {
    Class<?> type = load(file, name, classes);
    if (!Agent.class.isAssignableFrom(type)) {
      throw new StrategyException(
          "%s: class %s must implement quorate.agents.Agent".formatted(file, name));
    }
    if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
      throw new StrategyException(
          "%s: class %s must be public and not abstract".formatted(file, name));
    }
    return type.asSubclass(Agent.class);
  }

  private static Class<?> load(Path file, String name, Map<String, byte[]> classes) {
    String binaryName =
        classes.keySet().stream()
            .filter(found -> found.equals(name) || found.endsWith("." + name))
            .findFirst()
            .orElseThrow(() ->
                new StrategyException(
                    "%s must declare the public class %s, but declares %s; name both alike"
                        .formatted(file, name, new TreeSet<>(classes.keySet()))));
    CompiledClasses loader = new CompiledClasses(classes, Agent.class.getClassLoader());
    try {
      Class<?> type = loader.loadClass(binaryName);
      if (type.getClassLoader() != loader) {
        throw new StrategyException(
            "%s: Quorate has a class %s itself; give yours another name or package"
                .formatted(file, binaryName));
      }
      return type;
    } catch (ClassNotFoundException | LinkageError e) {
      throw new StrategyException(
          "%s: class %s cannot be loaded: %s".formatted(file, name, e.getMessage()), e);
    }
  }

  @Override
  public Agent create(AgentParameters parameters) {
    try {
      Agent agent = constructor.newInstance(parameters);
      requireView(agent);
      return agent;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SettingsException broken) {
        throw broken;
      }
      throw failed("its constructor", e.getCause() == null ? e : e.getCause());
    } catch (ExceptionInInitializerError e) {
      throw failed("its static initialiser", e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException e) {
      throw failed("making it", e);
    }
  }

  // A user's code need not be null-checked, so what the type rules out is looked for.
  @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
  private void requireView(Agent agent) {
    try {
      if (agent.view() == null) {
        throw new StrategyException(
            "%s: view() must say what the agent needs to see, but gave null".formatted(file));
      }
    } catch (StrategyException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw failed("view()", e);
    }
  }

  private StrategyException failed(String what, Throwable failure) {
    String message = failure.getMessage();
    return new StrategyException(
        "%s: %s threw %s%s"
            .formatted(
                place(failure),
                what,
                failure.getClass().getSimpleName(),
                message == null ? "" : ": " + message),
        failure);
  }

  /// The file, with the line of it that the failure came from where it can be told.
  private String place(Throwable failure) {
    String fileName = name + ".java";
    for (StackTraceElement element : failure.getStackTrace()) {
      if (fileName.equals(element.getFileName()) && element.getLineNumber() > 0) {
        return file + ":" + element.getLineNumber();
      }
    }
    return file.toString();
  }
}
