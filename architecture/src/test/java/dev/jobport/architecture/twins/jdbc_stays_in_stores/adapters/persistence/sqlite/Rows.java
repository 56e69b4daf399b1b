package dev.jobport.architecture.twins.jdbc_stays_in_stores.adapters.persistence.sqlite;

import java.sql.Connection;

record Rows(Connection connection) {}
