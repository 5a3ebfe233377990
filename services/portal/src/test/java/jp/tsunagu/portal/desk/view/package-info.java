@NullMarked
package jp.tsunagu.portal.desk.view;

import org.jspecify.annotations.NullMarked;
