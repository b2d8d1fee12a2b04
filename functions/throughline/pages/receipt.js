const told = location.hash.slice(1); if (/^\d{16}$/.test(told)) document.getElementById("receipt").value = told.replace(/(?=(\d{4})+$)/g, " ").trim();
