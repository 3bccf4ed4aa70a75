package quorate.learning.weights;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// What stands before the numbers of a safetensors file: the tensors in the order of their bytes,
/// and free texts by name.
///
/// Every failed check throws a [WeightsException] that does not know the file; [Safetensors] adds
/// it.
record Header(List<Entry> entries, SortedMap<String, String> metadata) {
  /// The key of the free texts, which no tensor may have as its name.
  static final String METADATA = "__metadata__";

  /// The longest header, in bytes, that the reference implementation reads and that we do.
  static final int LONGEST = 100_000_000;

  /// Texts are escaped as the reference implementation does it, so that the bytes agree.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(LONGEST)
                  .maxStringLength(LONGEST)
                  .build())
          .build();

  /// One tensor: where its numbers stand in the bytes after the header, `begin` to before `end`.
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package, never compared
  record Entry(String name, ElementType type, int[] shape, long begin, long end) {}

  static Header parse(byte[] json) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new WeightsException("the header must be UTF-8, but is not", e);
    }
    if (!text.startsWith("{")) {
      throw new WeightsException("the header must begin with {, but begins with " + quoted(text));
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return parse(parser);
    } catch (JacksonException e) {
      throw new WeightsException(
          "the header must be JSON, but is not: " + quoted(e.getOriginalMessage()), e);
    }
  }

  private static Header parse(JsonParser parser) {
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    SortedMap<String, String> metadata = new TreeMap<>();
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (!names.add(name)) {
        throw new WeightsException(
            "a name must stand in the header once, but %s stands there twice"
                .formatted(quoted(name)));
      }
      parser.nextToken();
      if (name.equals(METADATA)) {
        metadata.putAll(texts(parser));
      } else {
        entries.add(entry(name, parser));
      }
    }
    if (parser.nextToken() != null) {
      throw new WeightsException("after the header's JSON only spaces may follow, but more does");
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    return new Header(List.copyOf(entries), metadata);
  }

  private static SortedMap<String, String> texts(JsonParser parser) {
    require(parser, JsonToken.START_OBJECT, METADATA);
    SortedMap<String, String> texts = new TreeMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      require(parser, JsonToken.VALUE_STRING, METADATA);
      if (texts.put(key, parser.getString()) != null) {
        throw new WeightsException(
            "a key must stand in %s once, but %s stands there twice"
                .formatted(METADATA, quoted(key)));
      }
    }
    return texts;
  }

  private static Entry entry(String name, JsonParser parser) {
    require(parser, JsonToken.START_OBJECT, name);
    String type = null;
    long[] shape = null;
    long[] offsets = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      boolean again =
          switch (field) {
            case "dtype" -> {
              require(parser, JsonToken.VALUE_STRING, name);
              boolean had = type != null;
              type = parser.getString();
              yield had;
            }
            case "shape" -> {
              boolean had = shape != null;
              shape = numbers(parser, name, Integer.MAX_VALUE);
              yield had;
            }
            case "data_offsets" -> {
              boolean had = offsets != null;
              offsets = numbers(parser, name, Long.MAX_VALUE);
              yield had;
            }
            default -> true;
          };
      if (again) {
        throw new WeightsException(
            "a tensor has dtype, shape and data_offsets once each, but %s has %s too"
                .formatted(quoted(name), quoted(field)));
      }
    }
    if (type == null || shape == null || offsets == null || offsets.length != 2) {
      throw new WeightsException(
          "a tensor must have dtype, shape and two data_offsets, but %s has not"
              .formatted(quoted(name)));
    }
    int[] lengths = Arrays.stream(shape).mapToInt(length -> (int) length).toArray();
    return new Entry(name, typeOf(name, type), lengths, offsets[0], offsets[1]);
  }

  private static ElementType typeOf(String name, String type) {
    return Stream.of(ElementType.values())
        .filter(known -> known.name().equals(type))
        .findFirst()
        .orElseThrow(() ->
            new WeightsException(
                "dtype must be one of %s, but that of tensor %s is %s; save it as F32"
                    .formatted(Arrays.toString(ElementType.values()), quoted(name), quoted(type))));
  }

  private static long[] numbers(JsonParser parser, String name, long largest) {
    require(parser, JsonToken.START_ARRAY, name);
    List<Long> numbers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser, JsonToken.VALUE_NUMBER_INT, name);
      long number = parser.getLongValue();
      if (number < 0 || number > largest) {
        throw new WeightsException(
            "a length or offset must be 0 to %d, but one of tensor %s is %d"
                .formatted(largest, quoted(name), number));
      }
      numbers.add(number);
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static void require(JsonParser parser, JsonToken expected, String name) {
    if (parser.currentToken() != expected) {
      throw new WeightsException(
          "the header must have a %s here, but has %s (at %s)"
              .formatted(expected, parser.currentToken(), quoted(name)));
    }
  }

  /// Checks that the tensors' bytes follow each other without hole or overlap up to the end, and
  /// that every shape takes the bytes it has.
  ///
  /// @param bytes how many there are after the header
  void checkRanges(long bytes) {
    long end = 0;
    for (Entry entry : entries) {
      if (entry.begin != end || entry.end < entry.begin) {
        throw new WeightsException(
            ("every byte must belong to one tensor, but %s has the bytes %d to %d where they "
                    + "should begin at %d")
                .formatted(quoted(entry.name), entry.begin, entry.end, end));
      }
      long count = NamedTensor.count(entry.shape);
      long has = entry.end - entry.begin;
      if (count < 0 || count > Integer.MAX_VALUE - 8 || count * entry.type.bytes() != has) {
        throw new WeightsException(
            "a tensor must have the bytes its shape needs, but %s of shape %s in %s has %,d"
                .formatted(quoted(entry.name), Arrays.toString(entry.shape), entry.type, has));
      }
      end = entry.end;
    }
    if (end != bytes) {
      throw new WeightsException(
          "the tensors must take all bytes after the header, but take %,d of %,d%s"
              .formatted(end, bytes, end > bytes ? "; the file was cut off: copy it again" : ""));
    }
  }

  /// The header as JSON, by the reference implementation's rules and without its padding: the texts
  /// first and left out when there are none, no white space.
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectPropertyStart(METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.writeStringProperty(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      for (Entry entry : entries) {
        json.writeObjectPropertyStart(entry.name);
        json.writeStringProperty("dtype", entry.type.name());
        json.writeName("shape");
        json.writeArray(entry.shape, 0, entry.shape.length);
        json.writeName("data_offsets");
        json.writeArray(new long[] {entry.begin, entry.end}, 0, 2);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  /// A text of a foreign file for a message: short, printable.
  static String quoted(@Nullable String text) {
    String shown = String.valueOf(text);
    String brief = shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
    return '"' + brief.replaceAll("[^\\p{Print}…]", "?") + '"';
  }
}
