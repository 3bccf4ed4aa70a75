package quorate.app.train;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.learning.learner.Prefixed;
import quorate.learning.optimiser.Schedule;

/// An algorithm's record of settings as texts by key, both ways: `maxGradientNorm` is
/// `max_gradient_norm`. So every setting that an algorithm has can be given on the command line and
/// stands in the manifest, and no list of them is written twice.
///
/// Knows numbers, flags, choices, schedules, lists of whole numbers, and records of them, whose
/// settings stand among the others unless they are [Prefixed].
final class RecordSettings {
  private RecordSettings() {}

  /// Every setting, in the record's order; read back they give the same record, bit for bit.
  static SequencedMap<String, String> texts(Record settings) {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    for (RecordComponent each : settings.getClass().getRecordComponents()) {
      if (each.getType().isRecord()) {
        texts((Record) value(each, settings))
            .forEach((key, text) -> texts.put(prefix(each) + key, text));
      } else {
        texts.put(key(each), text(value(each, settings)));
      }
    }
    return texts;
  }

  /// The same settings with some changed.
  ///
  /// @param whose for messages
  /// @throws WrongNameException when a key is unknown, a text cannot be read or the record refuses
  ///   what comes out
  static <S extends Record> S with(S settings, Map<String, String> changes, String whose) {
    List<String> known = List.copyOf(texts(settings).keySet());
    for (String key : changes.keySet()) {
      if (!known.contains(key)) {
        String nearest = Settings.nearest(key, known);
        throw new WrongNameException(
            "%s has no setting \"%s\"%s"
                .formatted(
                    whose,
                    key,
                    nearest.isEmpty() ? "; it has " + String.join(", ", known) : nearest));
      }
    }
    return changed(settings, changes, "");
  }

  private static <S extends Record> S changed(
      S settings, Map<String, String> changes, String before) {
    RecordComponent[] components = settings.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      String key = before + key(components[i]);
      String change = changes.get(key);
      if (components[i].getType().isRecord()) {
        Record inner = (Record) value(components[i], settings);
        values[i] = changed(inner, changes, before + prefix(components[i]));
      } else if (change == null) {
        values[i] = value(components[i], settings);
      } else {
        values[i] = parse(components[i], change.strip());
      }
    }
    return construct(settings, values);
  }

  @SuppressWarnings("unchecked") // the class of a record of type S makes records of type S
  private static <S extends Record> S construct(S like, Object[] values) {
    Class<?>[] types =
        Arrays.stream(like.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = like.getClass().getDeclaredConstructor(types);
      return (S) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw new WrongNameException(String.valueOf(refused.getMessage()), refused);
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of settings must be public: " + like, e);
    }
  }

  private static Object parse(RecordComponent component, String text) {
    Class<?> type = component.getType();
    try {
      if (type == int.class) {
        return Integer.valueOf(text.replace("_", ""));
      } else if (type == long.class) {
        return Long.valueOf(text.replace("_", ""));
      } else if (type == double.class) {
        return Double.valueOf(text);
      } else if (type == float.class) {
        return Float.valueOf(text);
      } else if (type == List.class) {
        return numbers(text);
      }
    } catch (NumberFormatException e) {
      throw refused(component, rule(type), text);
    }
    if (type == boolean.class) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw refused(component, "true or false", text);
      };
    }
    if (type == Schedule.class) {
      return schedule(component, text);
    }
    if (type.isEnum()) {
      return choice(component, text);
    }
    throw new IllegalStateException("no text can be read as " + component);
  }

  private static String rule(Class<?> type) {
    if (type == List.class) {
      return "whole numbers such as 64,64";
    }
    return type == int.class || type == long.class ? "a whole number" : "a number";
  }

  private static List<Integer> numbers(String text) {
    String inner = text.replaceAll("[\\[\\]\\s]", "");
    return inner.isEmpty()
        ? List.of()
        : Arrays.stream(inner.split(",", -1)).map(Integer::valueOf).toList();
  }

  private static Schedule schedule(RecordComponent component, String text) {
    try {
      return Schedule.parse(text);
    } catch (IllegalArgumentException e) {
      throw new WrongNameException("%s (%s)".formatted(e.getMessage(), key(component)), e);
    }
  }

  private static Object choice(RecordComponent component, String text) {
    Object[] constants = component.getType().getEnumConstants();
    for (Object constant : constants) {
      if (text(constant).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    List<String> names = Arrays.stream(constants).map(RecordSettings::text).toList();
    throw refused(
        component, "one of " + String.join(", ", names) + Settings.nearest(text, names), text);
  }

  private static WrongNameException refused(RecordComponent component, String rule, String found) {
    return new WrongNameException(
        "%s must be %s, but was \"%s\"".formatted(key(component), rule, found));
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of settings must be public: " + of, e);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(","));
      default -> value.toString();
    };
  }

  private static String prefix(RecordComponent part) {
    return part.isAnnotationPresent(Prefixed.class) ? key(part) + "." : "";
  }

  private static String key(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
