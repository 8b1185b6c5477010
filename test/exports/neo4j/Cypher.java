import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Answers Cypher in Neo4j itself, embedded. Arguments: the home folder of an imported database, then questions. Prints one line of JSON per question: its rows. */
class Cypher {
    public static void main(String[] words) throws Exception {
        var json = new ObjectMapper();
        var service = new DatabaseManagementServiceBuilder(Path.of(words[0])).build();
        try (var transaction = service.database("neo4j").beginTx()) {
            for (var question : List.of(words).subList(1, words.length)) {
                var rows = new ArrayList<List<Object>>();
                try (var result = transaction.execute(question)) {
                    while (result.hasNext()) {
                        var row = result.next();
                        rows.add(result.columns().stream().map(row::get).toList());
                    }
                }
                System.out.println(json.writeValueAsString(rows));
            }
        } finally {
            service.shutdown();
        }
    }
}
