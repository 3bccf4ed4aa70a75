package quorate.lake.store;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Small JSON documents as maps, lists, texts and numbers.
///
/// Made of Jackson's tokens only: its data binding costs a quarter of a second in a process that
/// reads one commit record.
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// An object that was read; every question names what must be there.
  public record Fields(Map<String, Object> values) {
    /// @throws IllegalArgumentException when there is no such text
    public String text(String name) {
      return as(name, String.class);
    }

    /// @throws IllegalArgumentException when there is no such whole number
    public long number(String name) {
      return as(name, Long.class);
    }

    /// A number that need not be whole.
    ///
    /// @throws IllegalArgumentException when there is no such number
    public double real(String name) {
      return as(name, Number.class).doubleValue();
    }

    public int smallNumber(String name) {
      return Math.toIntExact(number(name));
    }

    /// An object inside.
    public Fields object(String name) {
      return fields(as(name, Map.class));
    }

    /// A list of objects.
    public List<Fields> objects(String name) {
      List<Fields> objects = new ArrayList<>();
      for (Object element : as(name, List.class)) {
        objects.add(fields(element));
      }
      return objects;
    }

    /// A list of texts.
    public List<String> texts(String name) {
      List<String> texts = new ArrayList<>();
      for (Object element : as(name, List.class)) {
        if (!(element instanceof String text)) {
          throw new IllegalArgumentException(name + " must hold texts, but has " + element);
        }
        texts.add(text);
      }
      return texts;
    }

    /// An object of whole numbers by name.
    public Map<String, Long> counts() {
      Map<String, Long> counts = new LinkedHashMap<>();
      values.keySet().forEach(name -> counts.put(name, number(name)));
      return counts;
    }

    private <T> T as(String name, Class<T> type) {
      Object value = values.get(name);
      if (!type.isInstance(value)) {
        throw new IllegalArgumentException(
            "\"%s\" must be a %s, but was %s".formatted(name, type.getSimpleName(), value));
      }
      return type.cast(value);
    }

    private static Fields fields(Object object) {
      Map<String, Object> named = new LinkedHashMap<>();
      ((Map<?, ?>) object).forEach((name, value) -> named.put(String.valueOf(name), value));
      return new Fields(named);
    }
  }

  private Json() {}

  /// Writes an object, indented, its members in their order.
  ///
  /// @param object of texts, numbers, lists and maps; numbers that are not finite become texts
  public static String write(Map<String, ?> object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(new Indented(), text)) {
      write(object, out);
    }
    return text.append('\n').toString();
  }

  private static void write(Object value, JsonGenerator out) {
    switch (value) {
      case Map<?, ?> map -> {
        out.writeStartObject();
        map.forEach((name, inner) -> {
          out.writeName(String.valueOf(name));
          write(inner, out);
        });
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(inner -> write(inner, out));
        out.writeEndArray();
      }
      case Long number -> out.writeNumber(number);
      case Integer number -> out.writeNumber(number);
      case Double number when Double.isFinite(number) -> out.writeNumber(number);
      default -> out.writeString(value.toString());
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }
  }

  /// Reads an object.
  ///
  /// @throws IllegalArgumentException when the text is not one
  public static Fields read(String text) {
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      in.nextToken();
      if (read(in) instanceof Map<?, ?> object && in.nextToken() == null) {
        return Fields.fields(object);
      }
      throw new IllegalArgumentException("text must be one JSON object");
    } catch (JacksonException e) {
      throw new IllegalArgumentException("text must be JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Object read(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> object = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = in.currentName();
          in.nextToken();
          object.put(name, read(in));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<Object> array = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          array.add(read(in));
        }
        yield array;
      }
      case VALUE_STRING -> in.getString();
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case null, default ->
          throw new IllegalArgumentException(
              "values must be texts, numbers, lists or objects, but one was " + in.currentToken());
    };
  }
}
