package quorate.market.source;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// An array of rows in a JSON document, streamed: rows are arrays (columns by index) or flat
/// objects (columns by name).
///
/// The rows of one entry are all arrays of one length or all objects with the members of the first;
/// an absent member, or null, is a missing value. A row is written again in compact form, and its
/// fields are slices of that.
final class JsonReader implements FieldReader {
  private final SourceInput input;
  private final List<String> path;
  private final JsonFactory factory = JsonFactory.builder().build();
  private @Nullable JsonParser parser;
  private byte[] row = new byte[1024];
  private int length;
  private long element;
  private int entryNumber;
  private int expected;
  private String[] names = {};
  private boolean anyRow;

  JsonReader(SourceInput input, List<String> path) {
    this.input = input;
    this.path = path;
  }

  @Override
  public boolean next(Fields into) {
    try {
      while (true) {
        if (parser == null && !openEntry()) {
          if (!anyRow) {
            throw wrong("file must hold rows, but has none");
          }
          return false;
        }
        JsonParser from = parser();
        JsonToken token = from.nextToken();
        if (token == JsonToken.END_ARRAY) {
          from.close();
          parser = null;
          continue;
        }
        element++;
        length = 0;
        into.clear();
        if (token == JsonToken.START_ARRAY) {
          readArray(from, into);
        } else if (token == JsonToken.START_OBJECT) {
          readObject(from, into);
        } else {
          throw wrong("a row must be an array or an object, but is " + token);
        }
        into.bytes = row;
        into.from = 0;
        into.to = length;
        into.line = element;
        into.entry = input.entry();
        into.entryNumber = entryNumber;
        into.names = names;
        anyRow = true;
        return true;
      }
    } catch (JacksonException e) {
      throw new UnreadableSourceException(
          "%s: JSON must be well-formed and whole, but %s"
              .formatted(where(), Excerpt.ofLine(e.getOriginalMessage())),
          e);
    }
  }

  private boolean openEntry() {
    InputStream opened = input.next();
    if (opened == null) {
      return false;
    }
    entryNumber++;
    element = 0;
    expected = 0;
    names = new String[0];
    JsonParser from = factory.createParser(ObjectReadContext.empty(), opened);
    parser = from;
    JsonToken token = from.nextToken();
    for (String name : path) {
      token = member(from, token, name);
    }
    if (token != JsonToken.START_ARRAY) {
      throw wrong(
          path.isEmpty()
              ? "document must be an array of rows, but is " + token + "; declare json.path"
              : "%s must be an array of rows, but is %s".formatted(String.join(".", path), token));
    }
    return true;
  }

  private JsonToken member(JsonParser from, @Nullable JsonToken at, String name) {
    List<String> there = new ArrayList<>();
    if (at == JsonToken.START_OBJECT) {
      while (from.nextToken() == JsonToken.PROPERTY_NAME) {
        String found = from.currentName();
        JsonToken value = from.nextToken();
        if (name.equals(found)) {
          return value;
        }
        there.add(found);
        from.skipChildren();
      }
    }
    throw wrong(
        "member \"%s\" must be there, but the members are %s"
            .formatted(name, Excerpt.ofAll(there)));
  }

  private void readArray(JsonParser from, Fields into) {
    write('[');
    for (JsonToken token = from.nextToken();
        token != JsonToken.END_ARRAY;
        token = from.nextToken()) {
      if (into.count > 0) {
        write(',');
      }
      value(from, token, into);
    }
    write(']');
    if (expected == 0) {
      expected = into.count;
    } else if (into.count != expected) {
      throw wrong(
          "a row must have %d values as the first, but has %d".formatted(expected, into.count));
    }
  }

  private void readObject(JsonParser from, Fields into) {
    List<String> found = new ArrayList<>();
    write('{');
    boolean first = element == 1;
    if (!first) {
      for (int i = 0; i < names.length; i++) {
        into.add(0, 0);
      }
    }
    for (JsonToken token = from.nextToken();
        token == JsonToken.PROPERTY_NAME;
        token = from.nextToken()) {
      String name = from.currentName();
      if (length > 1) {
        write(',');
      }
      write('"');
      write(name);
      write('"');
      write(':');
      JsonToken value = from.nextToken();
      if (first) {
        found.add(name);
        value(from, value, into);
        continue;
      }
      int place = Arrays.asList(names).indexOf(name);
      int before = into.count;
      value(from, value, into);
      if (place >= 0) {
        into.starts[place] = into.starts[before];
        into.ends[place] = into.ends[before];
      }
      into.count = before;
    }
    write('}');
    if (first) {
      names = found.toArray(new String[0]);
    }
  }

  private void value(JsonParser from, @Nullable JsonToken token, Fields into) {
    if (token == null || token.isStructStart()) {
      throw wrong("a value of a row must be a number, text or null, but is " + token);
    }
    boolean quoted = token == JsonToken.VALUE_STRING;
    if (quoted) {
      write('"');
    }
    int start = length;
    write(from.getString());
    into.add(start, token == JsonToken.VALUE_NULL ? start : length);
    if (quoted) {
      write('"');
    }
  }

  private void write(char ascii) {
    reserve(1);
    row[length++] = (byte) ascii;
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, row, length, bytes.length);
    length += bytes.length;
  }

  private void reserve(int more) {
    if (length + more > row.length) {
      row = Arrays.copyOf(row, 2 * (length + more));
    }
  }

  private JsonParser parser() {
    JsonParser from = parser;
    if (from == null) {
      throw new IllegalStateException("no entry is open");
    }
    return from;
  }

  private String where() {
    return UnreadableSourceException.place(input.file(), input.entry()) + ", element " + element;
  }

  private UnreadableSourceException wrong(String rule) {
    return new UnreadableSourceException(where() + ": " + rule);
  }

  @Override
  public void close() {
    JsonParser from = parser;
    if (from != null) {
      from.close();
    }
    input.close();
  }
}
