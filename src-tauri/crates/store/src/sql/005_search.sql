-- Documents of the search index have other numbers from here on (search.rs): all are written anew after this step.
INSERT INTO search_words(search_words) VALUES ('delete-all');
INSERT INTO search_grams(search_grams) VALUES ('delete-all');
