/**
 * The caseworker's desk, drawn on the server: my work, a case and its story, and a form for everything a worker can do.
 *
 * <p>
 * Pages read the ledger, and ask for names and texts at the service that keeps them only when they are looked at; when that
 * service is away the page still stands, with codes. A form's fields have the names of the API's fields, so what the owning
 * service refuses is shown beside the field it means. Every page works without JavaScript.
 */
@NullMarked
package jp.tsunagu.portal.desk;

import org.jspecify.annotations.NullMarked;
