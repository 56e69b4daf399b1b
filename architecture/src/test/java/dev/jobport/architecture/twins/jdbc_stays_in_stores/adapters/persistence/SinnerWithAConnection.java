package dev.jobport.architecture.twins.jdbc_stays_in_stores.adapters.persistence;

import java.sql.Connection;

record SinnerWithAConnection(Connection connection) {}
