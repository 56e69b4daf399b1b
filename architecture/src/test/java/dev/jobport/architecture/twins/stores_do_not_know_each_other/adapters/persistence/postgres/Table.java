package dev.jobport.architecture.twins.stores_do_not_know_each_other.adapters.persistence.postgres;

import dev.jobport.architecture.twins.stores_do_not_know_each_other.adapters.persistence.sql.Column;

record Table(Column column) {}
