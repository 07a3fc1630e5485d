// What the pages do besides being read: an address opens what it names; tables are sorted and searched. Words come with the page.
(function () {
  "use strict";
  var words = document.body.dataset, SEARCHED = 6;

  function open() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
      if (at.tagName === "TR") { at.hidden = false; }
    }
    target.scrollIntoView();
  }

  function make(tag, className, text) {
    var made = document.createElement(tag);
    made.className = className;
    made.textContent = text || "";
    return made;
  }

  function fill(words, values) { return words.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; }); }

  // marks above and below letters are left out, so that "Tran Luu Quang" finds Trần Lưu Quang
  function plain(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d"); }

  // a row with the rows of evidence below it
  function groups(body) {
    var found = [];
    Array.prototype.forEach.call(body.rows, function (row) {
      if (row.classList.contains("vnb-below")) { found[found.length - 1].rows.push(row); } else { found.push({ rows: [row], at: found.length }); }
    });
    return found;
  }

  function key(group, column) {
    var cell = group.rows[0].cells[column], given = cell.dataset.key;
    return given === undefined ? cell.textContent.trim() : given;
  }

  // numbers and days by what they are, words by the alphabet; empty cells last either way
  function order(column, direction) {
    return function (one, other) {
      var a = key(one, column), b = key(other, column);
      if (!a || !b) { return (a ? 0 : 1) - (b ? 0 : 1) || one.at - other.at; }
      var compared = isFinite(a) && isFinite(b) ? a - b : a.localeCompare(b, "vi");
      return direction * compared || one.at - other.at;
    };
  }

  function sortable(table, all, tell) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var name = head.textContent, button = make("button", "vnb-sort", name);
      button.type = "button";
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var was = head.getAttribute("aria-sort"), now = !was ? "ascending" : was === "ascending" ? "descending" : "";
        heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
        if (now) { head.setAttribute("aria-sort", now); }
        var sorted = all.slice();
        if (now) { sorted.sort(order(column, now === "ascending" ? 1 : -1)); }
        sorted.forEach(function (group) { group.rows.forEach(function (row) { table.tBodies[0].appendChild(row); }); });
        tell(fill(words[now || "unsorted"], { column: name }));
      });
    });
  }

  function searchable(box, all, tell) {
    var label = make("label", "vnb-search", words.search + " "), input = document.createElement("input");
    input.type = "search";
    input.autocomplete = "off";
    label.appendChild(input);
    box.appendChild(label);
    input.addEventListener("input", function () {
      var wanted = input.value.trim().normalize("NFC").toLowerCase(), shown = 0, bare = plain(wanted) === wanted;
      all.forEach(function (group) {
        var text = group.rows.map(function (row) { return row.textContent; }).join(" ").normalize("NFC");
        var found = (bare ? plain(text) : text.toLowerCase()).indexOf(wanted) >= 0;
        group.rows.forEach(function (row) { row.hidden = !found; });
        shown += found ? 1 : 0;
      });
      tell(fill(words.found, { n: shown, total: all.length }));
    });
  }

  function equip(region) {
    var table = region.querySelector("table"), all = groups(table.tBodies[0]);
    if (all.length < 2) { return; }
    var box = make("div", "vnb-tools"), status = make("span", "vnb-status");
    status.setAttribute("role", "status");
    function tell(text) { status.textContent = text; }
    if (all.length >= SEARCHED) { searchable(box, all, tell); }
    box.appendChild(status);
    region.parentNode.insertBefore(box, region);
    sortable(table, all, tell);
  }

  Array.prototype.forEach.call(document.querySelectorAll(".vnb-table"), equip);
  window.addEventListener("hashchange", open);
  open();
})();
